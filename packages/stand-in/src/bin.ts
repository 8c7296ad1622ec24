#!/usr/bin/env node
import { hideBin } from 'yargs/helpers';
import { readArguments } from './command/arguments.js';
import { runCommand } from './command/run-command.js';

await runCommand(await readArguments(hideBin(process.argv)), process);
