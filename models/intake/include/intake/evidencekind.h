// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>
namespace arb::intake { struct EvidenceKind { int n; }; const std::vector<EvidenceKind> &evidenceKinds(); }
