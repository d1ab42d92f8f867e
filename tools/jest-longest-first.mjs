// The order of test files: the one that takes longest must not start last.
import Sequencer from '@jest/test-sequencer';

const LONGEST = /replay\.e2e-spec\.ts$/;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => LONGEST.test(b.path) - LONGEST.test(a.path));
  }
}
