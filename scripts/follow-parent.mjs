// Loaded into the processes that our scripts start: when their parent is killed they stop too, instead of staying
// behind on their ports and in its files.
const parent = process.ppid;
const everyMs = 500;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, everyMs).unref();
