import { Counter, Gauge } from 'prom-client';
import { metrics } from '../../../frame/metrics/registry.ts';

export const mapReaders = new Gauge({
  name: 'gangway_seatmap_readers',
  help: 'Live seat maps that are open in this process.',
  registers: [metrics],
});

export const mapFrames = new Counter({
  name: 'gangway_seatmap_frames_total',
  help: 'Frames written to readers of live seat maps.',
  registers: [metrics],
});

export const mapsCut = new Counter({
  name: 'gangway_seatmap_cut_total',
  help: 'Readers of live seat maps that were cut: slow ones that do not read, silent ones that answer no ping.',
  labelNames: ['reason'],
  registers: [metrics],
});
