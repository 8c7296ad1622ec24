import { spawn } from 'node:child_process';

/**
 * Ends a browser that does not close when told, with all its processes.
 *
 * @param pid Of its main process, which leads a group of its own.
 */
export function endByForce(pid: number): void {
  if (process.platform === 'win32') {
    // Windows has no groups; its own tool ends a process with its children.
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true })
      .on('error', () => undefined)
      .unref();
    return;
  }
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // It is gone already, which is what was wanted.
    }
  }
}
