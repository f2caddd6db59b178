#!/usr/bin/env node
// Independent checker. Shares no code with the converters or the peers: it reads the two JSON
// files and applies the definition. Usage: node check.mjs instance.json solution.json
// Exit code 0 = feasible (and the claimed objective, if any, is right), 1 = not.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

export function check(instance, solution) {
  const errors = []
  const T = instance.slots.count
  const slotOf = new Map()
  const known = new Set(instance.meetings.map((m) => m.id))
  for (const [id, slot] of Object.entries(solution.schedule ?? {})) {
    if (!known.has(id)) errors.push(`unknown meeting ${id}`)
    slotOf.set(id, slot)
  }
  const busy = new Map(instance.participants.map((p) => [p.id, new Map()]))
  const away = new Map(instance.participants.map((p) => [p.id, new Set(p.unavailable ?? [])]))
  const load = Array.from({ length: T + 1 }, () => 0)
  const inMorning = new Set(instance.slots.morning ?? [])
  const inAfternoon = new Set(instance.slots.afternoon ?? [])
  for (const m of instance.meetings) {
    const t = slotOf.get(m.id)
    if (!Number.isInteger(t) || t < 1 || t > T) {
      errors.push(`meeting ${m.id}: no valid slot (${t})`)
      continue
    }
    load[t]++
    if (m.session === 'morning' && !inMorning.has(t)) errors.push(`meeting ${m.id}: slot ${t} is not a morning slot`)
    if (m.session === 'afternoon' && !inAfternoon.has(t)) errors.push(`meeting ${m.id}: slot ${t} is not an afternoon slot`)
    if (m.fixedSlot && m.fixedSlot !== t) errors.push(`meeting ${m.id}: fixed at ${m.fixedSlot}, placed at ${t}`)
    for (const p of [m.a, m.b]) {
      if (away.get(p).has(t)) errors.push(`meeting ${m.id}: ${p} is unavailable at ${t}`)
      if (busy.get(p).has(t)) errors.push(`${p}: meetings ${busy.get(p).get(t)} and ${m.id} both at ${t}`)
      busy.get(p).set(t, m.id)
    }
  }
  for (let t = 1; t <= T; t++) if (load[t] > instance.tables) errors.push(`slot ${t}: ${load[t]} meetings for ${instance.tables} tables`)
  for (const [x, y] of instance.precedences ?? []) {
    if (!(slotOf.get(x) < slotOf.get(y))) errors.push(`precedence ${x} before ${y} broken`)
  }
  let breaks = 0
  let idleSlots = 0
  let maxB = 0
  let minB = Infinity
  for (const p of instance.participants) {
    const s = [...busy.get(p.id).keys()].sort((u, v) => u - v)
    let k = 0
    for (let i = 1; i < s.length; i++) {
      const gap = s[i] - s[i - 1] - 1
      if (gap > 0) {
        k++
        idleSlots += gap
      }
    }
    breaks += k
    if (k > maxB) maxB = k
    if (k < minB) minB = k
  }
  if (instance.fairness !== undefined && instance.fairness !== null && maxB - minB > instance.fairness)
    errors.push(`fairness: breaks range ${minB}..${maxB}, allowed difference ${instance.fairness}`)
  if (solution.objective !== undefined && solution.objective !== null && errors.length === 0 && solution.objective !== breaks)
    errors.push(`claimed objective ${solution.objective}, recomputed ${breaks}`)
  return { ok: errors.length === 0, breaks, idleSlots, minBreaks: minB, maxBreaks: maxB, errors }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [inst, sol] = process.argv.slice(2).map((f) => JSON.parse(readFileSync(f, 'utf8')))
  const r = check(inst, sol)
  console.log(JSON.stringify({ ...r, errors: r.errors.slice(0, 20) }, null, 1))
  process.exit(r.ok ? 0 : 1)
}
