import { describe, expect, it } from 'vitest';
import { readEnvironment, toConfig } from './config.ts';
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
});
