#pragma once

#include <vector>

namespace poolscope::bench {

// Prints the median of the ratios with its bar and the medians of what they are made of; false when the bar is missed,
// or nothing was measured.
bool atLeast(const char *name, const char *unit, const std::vector<double> &ours, const std::vector<double> &theirs,
             double bar);
bool atMost(const char *name, const char *unit, const std::vector<double> &ours, const std::vector<double> &theirs,
            double bar);

} // namespace poolscope::bench
