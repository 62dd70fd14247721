#!/usr/bin/env node
// Committed, so that installing can link the command before it is built.
import "../dist/bin.js";
