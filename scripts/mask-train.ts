/** `npm run mask:train`: makes the weights of the tagger from the labelled tickets. */
await import('../libs/masking/training/train.ts');
