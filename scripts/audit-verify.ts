import '../services/audit/dist/verify/main.js';
