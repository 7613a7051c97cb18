import { clean, escapeHtml } from './safe-text.ts';
import { look } from './look.ts';

/**
 * The body of a message, line by line: `# title`, `- item`, `| what | value |`, `---`, `[[button]](address)` and
 * `{{#names}}` stand alone on their line; other lines are paragraphs, parted by empty lines. `**bold**` and
 * `[link](address)` stand anywhere. Nothing else is markup: tags are shown as they are typed.
 */
const tagLine = /^\{\{[#^/!].*\}\}$/;
const buttonLine = /^\[\[(.+)\]\]\((\S+)\)$/;
const loneLink = /^\[[^\]]+\]\(([^\s)]+)\)$/;
const rowLine = /^\|(.*)\|(.*)\|$/;

type Block =
  | { kind: 'tag'; text: string }
  | { kind: 'title'; text: string }
  | { kind: 'rule' }
  | { kind: 'button'; label: string; address: string }
  | { kind: 'rows'; rows: [string, string][] }
  | { kind: 'items'; items: string[] }
  | { kind: 'paragraph'; lines: string[] };

/** The body as a mustache template of HTML. */
export const htmlTemplate = (body: string): string => blocksOf(body).map(htmlBlock).join('\n');

/** The body as a mustache template of plain text: every line of the one is a line of the other. */
export const plainTemplate = (body: string): string => linesOf(body).map(plainLine).join('\n');

const linesOf = (body: string): string[] =>
  body
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trim());

function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of linesOf(body)) {
    const block = line === '' ? undefined : blockOf(line);
    if (block && open && joined(open, block)) continue;
    open = block;
    if (block) blocks.push(block);
  }
  return blocks;
}

function blockOf(line: string): Block {
  if (tagLine.test(line)) return { kind: 'tag', text: line };
  if (line.startsWith('# ')) return { kind: 'title', text: line.slice(2) };
  if (line === '---') return { kind: 'rule' };
  if (line.startsWith('- ')) return { kind: 'items', items: [line.slice(2)] };
  const [, label, address] = buttonLine.exec(line) ?? [];
  if (label && address) return { kind: 'button', label, address };
  const [, left, right] = rowLine.exec(line) ?? [];
  if (left !== undefined && right !== undefined) return { kind: 'rows', rows: [[left.trim(), right.trim()]] };
  return { kind: 'paragraph', lines: [line] };
}

/** Whether the next line went into the open block. */
function joined(open: Block, next: Block): boolean {
  if (open.kind === 'rows' && next.kind === 'rows') return open.rows.push(...next.rows) > 0;
  if (open.kind === 'items' && next.kind === 'items') return open.items.push(...next.items) > 0;
  if (open.kind === 'paragraph' && next.kind === 'paragraph') return open.lines.push(...next.lines) > 0;
  return false;
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'tag':
      return block.text;
    case 'title':
      return `<h1 class="ink" style="${look.title}">${inline(block.text)}</h1>`;
    case 'rule':
      return `<div class="line" style="${look.rule}"></div>`;
    case 'button':
      return htmlButton(block);
    case 'rows':
      return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="${look.rows}"><colgroup><col width="40%" /><col /></colgroup>${block.rows.map(htmlRow).join('')}</table>`;
    case 'items':
      return `<ul style="${look.items}">${block.items.map((item) => `<li style="${look.item}">${inline(item)}</li>`).join('')}</ul>`;
    case 'paragraph':
      return `<p style="${look.paragraph}">${block.lines.map(inline).join('<br />')}</p>`;
  }
}

function htmlButton({ label, address }: { label: string; address: string }): string {
  const link = `<a class="button" href="${escapeHtml(address)}" style="${look.button}">${inline(label)}</a>`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="${look.buttonFrame}"><tr><td class="button" style="${look.buttonCell}">${link}</td></tr></table>`;
}

function htmlRow([left, right]: [string, string]): string {
  if (right === '') return `<tr><td class="line" colspan="2" style="${look.wide}">${inline(left)}</td></tr>`;
  return `<tr><td class="line soft" style="${look.left}">${inline(left)}</td><td class="line" style="${look.right}">${inline(right)}</td></tr>`;
}

function inline(text: string): string {
  return escapeHtml(clean(text))
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\(([^\s)]+)\)/g, `<a class="link" href="$2" style="${look.link}">$1</a>`);
}

function plainLine(line: string): string {
  const block = line === '' ? undefined : blockOf(line);
  switch (block?.kind) {
    case undefined:
      return '';
    case 'tag':
      return block.text;
    case 'rule':
      return '—';
    case 'button':
      return `${plain(block.label)}:\n${block.address}`;
    case 'rows':
      return block.rows.map(plainRow).join('\n');
    case 'items':
      return `– ${plain(block.items.join(' '))}`;
    case 'title':
      return plain(block.text);
    case 'paragraph':
      return plain(line);
  }
}

function plainRow([left, right]: [string, string]): string {
  if (right === '') return plain(left);
  const [, address] = loneLink.exec(right) ?? [];
  return `${plain(left)}: ${address ?? plain(right)}`;
}

function plain(text: string): string {
  return clean(text)
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/\[([^\]]+)\]\(([^\s)]+)\)/g, (_, label: string, address: string) =>
      address.replace(/^(mailto|tel):/, '') === label ? label : `${label}: ${address}`,
    );
}
