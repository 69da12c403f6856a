#!/bin/sh
# Fails, and names the lines, when a file includes what its layer must not know (ARCHITECTURE.md says why).
cd "$(dirname "$0")/../.." || exit 1
status=0

# forbid REASON PATTERN [find's arguments]: no .h or .cpp found there may include what matches PATTERN.
forbid() {
    reason=$1 pattern=$2
    shift 2
    found=$(find "$@" \( -name '*.h' -o -name '*.cpp' \) -exec grep -nHE "^ *# *include *[<\"]($pattern)" {} +)
    [ -z "$found" ] && return
    printf '%s\n' "$reason:" "$found"
    status=1
}

torch='torch/|ATen/|c10/'
forbid 'LibTorch: only in core/model and tests/model' "$torch" app core ui tests \
    ! -path 'core/model/*' ! -path 'tests/model/*'
forbid 'Qt: not in core, except core/session' 'Q[A-Z]|Qt' core ! -path 'core/session/*'
forbid 'core knows nothing of the layers above it' 'app/|ui/|core/session/|core/model/' core \
    ! -path 'core/session/*' ! -path 'core/model/*'
forbid 'core/session knows neither networks nor widgets' 'app/|ui/|core/model/' core/session
forbid 'core/model knows neither session nor widgets' 'app/|ui/|core/session/' core/model
forbid 'ui knows neither networks nor app' 'app/|core/model/' ui
forbid 'ui/plots draws values and knows no session' 'core/session/' ui/plots
forbid 'qcustomplot.h: only in its wrapper ui/plots/qcp.h' 'qcustomplot\.h' app core ui tests ! -path 'ui/plots/qcp.h'

exit $status
