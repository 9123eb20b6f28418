import type fc from 'fast-check'
import type { Draft } from './world-package.ts'

/** Rows that tell one thing together, so that a rule has something to decide. */
export type Story = fc.Arbitrary<readonly Draft[]>
