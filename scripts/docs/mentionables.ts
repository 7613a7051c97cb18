import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { variableNames } from '../../config/variables.ts';

/** Something that a page has to explain. */
export interface Mentionable {
  kind: string;
  name: string;
  file: string;
}

const sources = '{config,database,plugins,cms,scripts}/**/*.ts';
const foreign = /(^|\/)(node_modules|dist|build|tests|\.strapi)\/|\.(test|d)\.ts$/;

/** Every setting, error code and event of the house below `base`, found where it is defined. */
export function mentionables(base: string): Mentionable[] {
  const settings = variableNames.map((name) => ({ kind: 'setting', name, file: 'config/variables.ts' }));
  const files = globSync(sources, { cwd: base }).filter((file) => !foreign.test(file));
  return [
    ...settings,
    ...files.flatMap((file) => mentionablesIn(file, readFileSync(join(base, file), 'utf8'))),
  ];
}

/** The codes of `defineErrors({ CODE: … })` and `operatorError('CODE', …)`, the names of `announce(trx, 'name', …)`. */
export function mentionablesIn(file: string, text: string): Mentionable[] {
  if (!/defineErrors\(|operatorError\(|announce\(/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mentionable[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push(...namesIn(node).map((name) => ({ ...name, file })));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function namesIn(call: ts.CallExpression): { kind: string; name: string }[] {
  const callee = ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call.expression;
  const [first, second] = call.arguments;
  switch (callee.getText()) {
    case 'defineErrors':
      return keysOf(first).map((name) => ({ kind: 'error code', name }));
    case 'operatorError':
      return literal(first).map((name) => ({ kind: 'error code', name }));
    case 'announce':
      return literal(second).map((name) => ({ kind: 'event', name }));
    default:
      return [];
  }
}

function keysOf(node: ts.Node | undefined): string[] {
  if (!node || !ts.isObjectLiteralExpression(node)) return [];
  return node.properties.flatMap((property) =>
    property.name ? [property.name.getText().replace(/['"]/g, '')] : [],
  );
}

const literal = (node: ts.Node | undefined): string[] =>
  node && ts.isStringLiteralLike(node) ? [node.text] : [];
