/** Numbers from 0 to 1 that are the same for the same name on every machine (mulberry32 over FNV-1a). */
export function randomOf(name: string): () => number {
  const state = { value: hash(name) };
  return () => {
    state.value = (state.value + 0x6d2b79f5) | 0;
    const first = Math.imul(state.value ^ (state.value >>> 15), 1 | state.value);
    const second = (first + Math.imul(first ^ (first >>> 7), 61 | first)) ^ first;
    return ((second ^ (second >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function hash(name: string): number {
  return (
    [...name].reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 16_777_619), 2_166_136_261) >>> 0
  );
}
