import type { ClientBase } from 'pg'

/**
 * Background jobs that wait or are running, one JSON text per line, always in the same order; not those
 * of the calendar, which every installation starts by itself. The tables
 * of the queue belong to its library and change with its version; what a job is does not.
 */
export async function exportJobs(owner: ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ job: string }>(`
    select jsonb_build_object('task', t.identifier, 'payload', j.payload, 'queue', q.queue_name, 'runAt', j.run_at, 'maxAttempts', j.max_attempts,
      'key', j.key, 'priority', j.priority, 'flags', (select jsonb_agg(flag order by flag) from jsonb_object_keys(j.flags) flag))::text as job
    from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where (j.attempts < j.max_attempts or j.locked_by is not null) and not j.payload::jsonb ? '_cron'
    order by 1`)
  return rows.map((row) => row.job)
}

export async function importJobs(owner: ClientBase, jobs: readonly string[]): Promise<void> {
  await owner.query(
    `select graphile_worker.add_job(j ->> 'task', (j -> 'payload')::json, j ->> 'queue', (j ->> 'runAt')::timestamptz, (j ->> 'maxAttempts')::int, j ->> 'key', (j ->> 'priority')::int,
       (select array_agg(flag) from jsonb_array_elements_text(nullif(j -> 'flags', 'null')) flag))
     from unnest($1::text[]) with ordinality as l (line, position) cross join lateral (select line::jsonb) as o (j) order by position`,
    [jobs],
  )
}
