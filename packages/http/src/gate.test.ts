import { describe, expect, it } from 'vitest';
import { Gate } from './gate.js';

const never = new AbortController().signal;

/** Joins the line under a name and writes it down on getting in. */
function join(gate: Gate, name: string, entered: string[], signal = never): Promise<() => void> {
  return gate.enter(signal).then((leave) => {
    entered.push(name);
    return leave;
  });
}

describe('Gate', () => {
  it('lets in as many as there are places and the rest in order of arrival', async () => {
    const gate = new Gate(2);
    const entered: string[] = [];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => join(gate, name, entered));
    const leaveA = await a;
    const leaveB = await b;
    expect(entered).toEqual(['a', 'b']);
    leaveB?.();
    await c;
    expect(entered).toEqual(['a', 'b', 'c']);
    leaveA?.();
    await d;
    expect(entered).toEqual(['a', 'b', 'c', 'd']);
  });

  it('does not let a newcomer overtake one who waits', async () => {
    const gate = new Gate(1);
    const entered: string[] = [];
    const leave = await join(gate, 'first', entered);
    const waiting = join(gate, 'waiting', entered);
    leave();
    const newcomer = join(gate, 'newcomer', entered);
    (await waiting)();
    await newcomer;
    expect(entered).toEqual(['first', 'waiting', 'newcomer']);
  });

  it('forgets one who gives up while waiting', async () => {
    const gate = new Gate(1);
    const entered: string[] = [];
    const leave = await join(gate, 'first', entered);
    const impatient = new AbortController();
    const gone = join(gate, 'gone', entered, impatient.signal);
    const patient = join(gate, 'patient', entered);
    const reason = new Error('no more');
    impatient.abort(reason);
    await expect(gone).rejects.toBe(reason);
    leave();
    (await patient)();
    (await join(gate, 'last', entered))();
    expect(entered).toEqual(['first', 'patient', 'last']);
  });

  it('keeps its places when one gives up after getting in', async () => {
    const gate = new Gate(1);
    const entered: string[] = [];
    const owner = new AbortController();
    const leave = await join(gate, 'first', entered, owner.signal);
    owner.abort();
    const second = join(gate, 'second', entered);
    expect(entered).toEqual(['first']);
    leave();
    await second;
    expect(entered).toEqual(['first', 'second']);
  });

  it('lets nobody in whose signal has fired already', async () => {
    const gate = new Gate(1);
    const reason = new Error('too late');
    await expect(gate.enter(AbortSignal.abort(reason))).rejects.toBe(reason);
    await gate.enter(never);
  });
});
