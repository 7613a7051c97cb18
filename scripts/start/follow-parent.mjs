// Loaded into every process that `npm start` starts: when their parent is killed they stop too, instead of staying
// behind on their ports.
const parent = process.ppid;
const everyMs = 500;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, everyMs).unref();
