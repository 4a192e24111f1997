/**
 * Server settings for two cores shared with the application, given on the command line so that the code is
 * their only source. Durability is complete: an acknowledged commit survives the death of any process.
 */
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  password_encryption: 'scram-sha-256',

  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',

  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  // One helper at most, so that a report leaves a core to the people who are waiting.
  max_parallel_workers_per_gather: '1',

  wal_level: 'replica',
  max_wal_senders: '0',
  wal_compression: 'on',
  min_wal_size: '160MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',

  // A week of log files, overwritten in turn. Statement errors reach the application as errors; here they
  // would repeat the values people typed, so the server log keeps only what concerns the server itself.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_file_mode: '0600',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',

  timezone: 'UTC',
  log_timezone: 'UTC',
  cluster_name: 'throughline',
} as const

/** `-c name=value` for each setting, with the caller's last so that they win. */
export const settingArguments = (extra: Record<string, string>): string[] =>
  Object.entries({ ...settings, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
