#include "bars.h"

#include "tests/bench/ratio.h"

namespace poolscope::bench {

namespace {

bool judge(const char *name, const char *unit, const std::vector<double> &ours, const std::vector<double> &theirs,
           double bar, bool isLeast)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < ours.size() && i < theirs.size(); ++i)
        ratios.push_back(ours[i] / theirs[i]);
    if (ratios.empty()) {
        std::printf("%-42s could not be measured\n", name);
        return false;
    }
    const double ratio = median(ratios);
    const bool within = isLeast ? ratio >= bar : ratio <= bar;
    std::printf("%-42s %9.1f to %9.1f %-8s ratio %7.3f   at %s %.2f: %s\n", name, median(ours), median(theirs), unit,
                ratio, isLeast ? "least" : "most", bar, within ? "yes" : "NO");
    std::fflush(stdout);
    return within;
}

} // namespace

bool atLeast(const char *name, const char *unit, const std::vector<double> &ours, const std::vector<double> &theirs,
             double bar)
{
    return judge(name, unit, ours, theirs, bar, true);
}

bool atMost(const char *name, const char *unit, const std::vector<double> &ours, const std::vector<double> &theirs,
            double bar)
{
    return judge(name, unit, ours, theirs, bar, false);
}

} // namespace poolscope::bench
