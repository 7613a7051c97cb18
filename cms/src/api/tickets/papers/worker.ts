import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Paper } from '../domain/paper.ts';
import { drawPass } from './draw-pass.ts';
import type { PassSigner } from './draw-pass.ts';
import { drawPdf } from './draw-pdf.ts';
import { drawPng } from './draw-png.ts';
import type { Outcome } from './worker-pool.ts';

/** A PDF has a page for each paper; a picture and a pass are of one. */
export type DrawingTask =
  | { kind: 'pdf'; papers: readonly Paper[] }
  | { kind: 'png'; paper: Paper }
  | { kind: 'pass'; paper: Paper; signer: PassSigner };

const behindOthers = 10;

function draw(task: DrawingTask): Promise<Uint8Array> {
  switch (task.kind) {
    case 'pdf':
      return drawPdf(task.papers);
    case 'png':
      return drawPng(task.paper);
    case 'pass':
      return drawPass(task.paper, task.signer);
  }
}

// On Linux a thread has a priority of its own: whoever waits for an answer comes first, and a tenth of a processor is
// left for papers however busy the others are.
if (parentPort && process.platform === 'linux') setPriority(behindOthers);

parentPort?.on('message', (task: DrawingTask) => {
  void draw(task).then(
    (result) => answer({ result }),
    // The name only: a message may quote what the paper says about a person.
    (error: unknown) => answer({ problem: error instanceof Error ? error.name : typeof error }),
  );
});

const answer = (outcome: Outcome<Uint8Array>) => parentPort?.postMessage(outcome);
