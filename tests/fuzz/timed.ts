/** What `read` gives, and the milliseconds of processor time that it took: a busy machine does not count. */
export async function timed<T>(read: () => T | Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const started = process.cpuUsage();
  const value = await read();
  const { user, system } = process.cpuUsage(started);
  return { value, milliseconds: (user + system) / 1000 };
}
