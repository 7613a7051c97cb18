process.on('SIGUSR2', () => {
  void Promise.reject(new Error('a promise nobody waited for'));
});
