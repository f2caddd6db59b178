// Loaded before the command that is measured: says the largest memory it held, in kilobytes, and its seconds of processor.
process.once('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  process.stderr.write(`used ${maxRSS} ${(userCPUTime + systemCPUTime) / 1e6}\n`)
})
