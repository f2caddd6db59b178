import type { WriteStream } from 'node:tty'
import type { ScheduleNews } from '#modules/meetings/cli.ts'

export type Progress = {
  readonly show: (news: ScheduleNews) => void
  /** Leaves the line empty, for something else to be written. */ readonly clear: () => void
}

const width = 24
const pauseMs = 100

/** A line on a terminal that says how far the time has gone, and what is known; nothing where nobody looks. */
export function openProgress(stream: Pick<WriteStream, 'isTTY' | 'write'>, seconds: number): Progress {
  if (!stream.isTTY) return { show() {}, clear() {} }
  let shownAt = -Infinity
  let isShown = false
  return {
    show(news) {
      const now = performance.now()
      if (now - shownAt < pauseMs) return
      shownAt = now
      isShown = true
      stream.write(`\r\u001b[K${progressLine(now / 1000, seconds, news)}`)
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K')
      isShown = false
    },
  }
}

export function progressLine(elapsed: number, seconds: number, { rounds, objective, bound }: ScheduleNews): string {
  const filled = Number.isFinite(seconds) ? Math.min(width, Math.floor((elapsed / seconds) * width)) : 0
  const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
  const known = objective === null ? 'no plan yet' : `best ${objective}`
  return `${bar} ${elapsed.toFixed(1)} s  ${known}, at least ${bound}  round ${rounds}`
}
