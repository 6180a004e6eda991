import type { Language } from '../language.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';

export const LANGUAGES: readonly Language[] = [english, german, french, spanish];
