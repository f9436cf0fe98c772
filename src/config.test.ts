import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvironment, type Settings, toConfig } from './config.ts';
import { AppError } from './core/app-error.ts';

describe('toConfig', () => {
  it('needs nothing', () => {
    const config = toConfig({});
    expect(config).toMatchObject({ port: 4000, baseUrl: 'http://localhost:4000', allowPrivateHosts: false });
    expect(config.database.kind).toBe('sqlite');
    expect(config.roles).toEqual(['web', 'worker', 'scheduler']);
  });

  it('takes PostgreSQL with DATABASE_URL alone', () => {
    const config = toConfig(readEnvironment({ DATABASE_URL: 'postgres://localhost/db' }));
    expect(config.database).toEqual({ kind: 'postgres', connectionString: 'postgres://localhost/db' });
  });

  it('keeps a path in the base URL and drops its last slash', () => {
    expect(toConfig({ baseUrl: 'https://example.org/news/' }).baseUrl).toBe('https://example.org/news');
  });

  it('reads keys and limit of the API', () => {
    expect(toConfig({})).toMatchObject({ apiKeys: [], apiRate: 600 });
    const given = toConfig({ apiKeys: ' 0123456789abcdef, another-key-for-you ,', apiRate: 'off' });
    expect(given).toMatchObject({ apiKeys: ['0123456789abcdef', 'another-key-for-you'], apiRate: null });
    for (const settings of [
      { apiKeys: 'short' },
      { apiKeys: '0123456789abcdef, with space' },
      { apiRate: '0' },
    ])
      expect(() => toConfig(settings)).toThrow(/VARIORUM_API_/);
  });

  it('refuses to have stories written in a language that nobody can verify, and says so', () => {
    expect(() => toConfig({ writerLanguage: 'de' })).toThrow(/VARIORUM_WRITER_LANGUAGE .*verifier/s);
    expect(() => toConfig({ writerLanguage: 'EN' })).not.toThrow();
  });

  it('names all problems at once', () => {
    const settings = {
      port: '70000',
      roles: 'web,cook',
      databaseUrl: 'mysql://x',
      allowPrivateHosts: 'maybe',
    };
    try {
      toConfig(settings);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      const { message, blame } = error as AppError;
      expect(blame).toBe('user');
      for (const part of ['70000', 'cook', 'DATABASE_URL', 'maybe']) expect(message).toContain(part);
    }
  });

  it('treats an empty variable as not set', () => {
    expect(toConfig(readEnvironment({ VARIORUM_PORT: '' })).port).toBe(4000);
  });

  it('asks no knowledge base unless told to, and never without a contact', () => {
    expect(toConfig({}).knowledge).toBeNull();
    expect(() => toConfig({ knowledge: 'wikimedia' })).toThrow(/VARIORUM_CONTACT/);
    expect(() => toConfig({ knowledge: 'library', contact: 'me@example.org' })).toThrow(/library/);
    const settings = { knowledge: 'wikimedia', contact: 'me@example.org' };
    expect(toConfig(settings).knowledge).toEqual({ kind: 'wikimedia', baseUrl: null });
    expect(toConfig({ ...settings, knowledgeUrl: 'http://127.0.0.1:8080/' }).knowledge?.baseUrl).toBe(
      'http://127.0.0.1:8080',
    );
    expect(() => toConfig({ ...settings, knowledgeUrl: 'ftp://example.org' })).toThrow(/KNOWLEDGE_URL/);
  });

  it('has no language model unless address and name are given', () => {
    expect(toConfig({}).model).toBeNull();
    expect(() => toConfig({ model: 'm' })).toThrow(/VARIORUM_MODEL_URL/);
    expect(() => toConfig({ modelKey: 'k' })).toThrow(/VARIORUM_MODEL_URL/);
    expect(toConfig({ modelUrl: 'http://127.0.0.1:11434/v1/', model: 'm' }).model).toEqual({
      baseUrl: 'http://127.0.0.1:11434/v1',
      name: 'm',
      key: null,
      timeoutMs: 120_000,
      concurrency: 1,
      contextTokens: 8_192,
      dailyTokens: 1_000_000,
      dailyMoney: null,
      priceIn: 0,
      priceOut: 0,
    });
  });

  const wrong: readonly [settings: Settings, says: RegExp][] = [
    [{ modelUrl: 'ftp://x/v1' }, /MODEL_URL has to be/],
    [{ modelUrl: 'http://me:secret@127.0.0.1/v1' }, /MODEL_URL has to be/],
    [{ modelTimeout: '0' }, /MODEL_TIMEOUT/],
    [{ modelConcurrency: 'many' }, /MODEL_CONCURRENCY/],
    [{ modelContext: '100' }, /MODEL_CONTEXT/],
    [{ modelDailyTokens: '-1' }, /MODEL_DAILY_TOKENS/],
    [{ modelDailyMoney: '2' }, /limits nothing/],
    [{ modelPriceIn: 'cheap' }, /MODEL_PRICE_IN/],
    [{ modelKey: 'a', modelKeyFile: 'b' }, /not both/],
    [{ modelKeyFile: '/nowhere/key' }, /not there or empty/],
  ];
  it.each(wrong)('refuses %j', (settings, says) => {
    const model = { modelUrl: 'http://127.0.0.1/v1', model: 'm', ...settings };
    expect(() => toConfig(model)).toThrow(says);
    expect(() => toConfig(model)).not.toThrow(/secret/);
  });

  it('reads the key from a file without its line end', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'variorum-key-')), 'key');
    writeFileSync(file, 'k-123\n');
    const env = {
      VARIORUM_MODEL_URL: 'https://models.example/v1',
      VARIORUM_MODEL: 'm',
      VARIORUM_MODEL_KEY_FILE: file,
      VARIORUM_MODEL_PRICE_IN: '0.15',
      VARIORUM_MODEL_PRICE_OUT: '0.6',
      VARIORUM_MODEL_DAILY_MONEY: '1.50',
    };
    expect(toConfig(readEnvironment(env)).model).toMatchObject({
      key: 'k-123',
      priceIn: 0.15,
      priceOut: 0.6,
      dailyMoney: 1.5,
    });
  });
});
