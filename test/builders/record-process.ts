/** Preloaded into a process: writes down every module that loads and every connection that opens, to the file named in RECORD_TO. */
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { Socket } from 'node:net';

const file = process.env.RECORD_TO;
const note = (line: string) => {
  if (file !== undefined) appendFileSync(file, `${line}\n`);
};

registerHooks({
  load(url, context, next) {
    note(`module ${url}`);
    return next(url, context);
  },
});

const { connect } = Socket.prototype;
Socket.prototype.connect = function record(this: Socket, ...args: unknown[]) {
  note(`connection ${JSON.stringify(args[0])}`);
  return Reflect.apply(connect, this, args);
} as typeof connect;
