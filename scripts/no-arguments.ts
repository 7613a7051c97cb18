/** For a command that takes none: what it would not heed ends it with 2. */
export function takeNoArguments(command: string): void {
  if (process.argv.length <= 2) return;
  console.error(`${command} takes no arguments: "${command} -- --help" says what it does.`);
  process.exit(2);
}
