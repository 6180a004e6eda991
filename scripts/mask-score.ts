import '../libs/masking/dist/cli/score.js';
