import { join } from 'node:path';
import type { Env } from '../../config/env.ts';
import type { VariableName } from '../../config/variables.ts';
import { root } from '../root.ts';

/** One process of the house. Whoever adds a front door adds a row. */
export interface ProcessRow {
  name: string;
  title: string;
  /** The compiled entry; Node runs it with `cwd` as its folder. */
  file: string;
  cwd: string;
  port: number;
  portVariable: VariableName;
  /** Knows addresses alone; the secrets of the house stay away from it. */
  frontDoor?: true;
  /** Answers 200 when the process is ready. */
  readyUrl: string;
}

export function processRows(env: Env): ProcessRow[] {
  const cms: ProcessRow = {
    name: 'cms',
    title: 'The back office',
    file: join(root, 'cms', 'dist', 'src', 'main.js'),
    cwd: join(root, 'cms'),
    port: env.cms.port,
    portVariable: 'CMS_PORT',
    readyUrl: `http://127.0.0.1:${env.cms.port}/readyz`,
  };
  const sandbox: ProcessRow = {
    name: 'sandbox',
    title: 'The sandbox',
    file: join(root, 'plugins', 'sandbox', 'dist', 'main.js'),
    cwd: join(root, 'plugins', 'sandbox'),
    port: env.sandbox.port,
    portVariable: 'SANDBOX_PORT',
    readyUrl: `http://127.0.0.1:${env.sandbox.port}/`,
  };
  const storefront: ProcessRow = {
    name: 'storefront',
    title: 'The website',
    file: join(root, 'storefront', 'server', 'main.ts'),
    cwd: join(root, 'storefront'),
    port: env.storefront.port,
    portVariable: 'STOREFRONT_PORT',
    frontDoor: true,
    readyUrl: `http://127.0.0.1:${env.storefront.port}/healthz`,
  };
  return env.sandbox.enabled ? [cms, storefront, sandbox] : [cms, storefront];
}
