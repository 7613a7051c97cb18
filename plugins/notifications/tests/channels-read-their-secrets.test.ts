import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setEnvironment } from '@gangway/config/env';
import { defineMessageChannel, z } from '@gangway/kit';
import { channelsService } from '../server/src/services/channels.ts';

const told: string[] = [];

const secretive = defineMessageChannel({
  id: 'secretive',
  title: { ru: 'Канал', en: 'Channel', zh: '渠道' },
  capabilities: ['sms'],
  options: z.object({ from: z.string().optional() }),
  secrets: ['token'],
  open: ({ secrets }) => {
    told.push(secrets.token);
    return { send: () => Promise.reject(new Error('Nothing is sent here.')) };
  },
});

const plugin = 'plugin::notifications';
const folder = mkdtempSync(join(tmpdir(), 'gangway-channels-'));
const configured: object = strapi.config.get(plugin);

afterAll(() => {
  strapi.config.set(plugin, configured);
  rmSync(folder, { recursive: true });
});

function open(key: string) {
  strapi.config.set(plugin, { ...configured, channels: [secretive({ key })] });
  channelsService({ strapi }).open();
}

describe('the secret of a channel', () => {
  it('is read from the variable of its key', () => {
    setEnvironment({ MESSAGES_BY_VALUE_TOKEN: 'said' });
    open('by-value');
    expect(told.splice(0)).toEqual(['said']);
  });

  it('is read from the file that a variable names', () => {
    const path = join(folder, 'token');
    writeFileSync(path, 'written\n');
    setEnvironment({ MESSAGES_BY_FILE_TOKEN_FILE: path });
    open('by-file');
    expect(told.splice(0)).toEqual(['written']);
  });

  it('stops the start when it cannot be read', () => {
    setEnvironment({ MESSAGES_NOWHERE_TOKEN_FILE: '/nowhere/token' });
    expect(() => open('nowhere')).toThrow('MESSAGES_NOWHERE_TOKEN_FILE names "/nowhere/token"');
  });
});
