#!/usr/bin/env bash
# Room boundaries. dependency-cruiser passes on 0 modules (as with a TypeScript it cannot read): that is a failure here.
set -eu -o pipefail
depcruise src --config .dependency-cruiser.mjs | tee /dev/stderr | grep -qE '\([1-9][0-9]{2,} modules'
