import '../libs/masking/dist/cli/mask.js';
