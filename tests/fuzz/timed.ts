/** What `read` gives, and the milliseconds that it took. */
export async function timed<T>(read: () => T | Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const started = performance.now();
  const value = await read();
  return { value, milliseconds: performance.now() - started };
}
