import { parentPort } from 'node:worker_threads';
import type { Paper } from '../domain/paper.ts';
import { drawPdf } from './draw-pdf.ts';
import { drawPng } from './draw-png.ts';
import type { Outcome } from './worker-pool.ts';

/** A PDF has a page for each paper, a PNG shows one. */
export type DrawingTask = { kind: 'pdf'; papers: readonly Paper[] } | { kind: 'png'; paper: Paper };

const draw = (task: DrawingTask) => (task.kind === 'pdf' ? drawPdf(task.papers) : drawPng(task.paper));

parentPort?.on('message', (task: DrawingTask) => {
  void draw(task).then(
    (result) => answer({ result }),
    // The name only: a message may quote what the paper says about a person.
    (error: unknown) => answer({ problem: error instanceof Error ? error.name : typeof error }),
  );
});

const answer = (outcome: Outcome<Uint8Array>) => parentPort?.postMessage(outcome);
