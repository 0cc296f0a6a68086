#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace poolscope::bench {

struct Ratio
{
    double subject = 0;  // microseconds a run, median
    double baseline = 0; // likewise
    double value() const { return subject / baseline; }
};

inline double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

template<class Function>
double microsecondsOf(Function &&function, int repeats)
{
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < repeats; ++i)
        function();
    const std::chrono::duration<double, std::micro> taken = std::chrono::steady_clock::now() - start;
    return taken.count() / repeats;
}

// Runs both in turn, so that what else happens on the machine meets both alike.
template<class Subject, class Baseline>
Ratio compare(Subject &&subject, Baseline &&baseline, int rounds, int repeats)
{
    std::vector<double> ours;
    std::vector<double> bare;
    subject();
    baseline();
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(microsecondsOf(subject, repeats));
        bare.push_back(microsecondsOf(baseline, repeats));
    }
    return {median(std::move(ours)), median(std::move(bare))};
}

// Prints one line.
inline void show(const char *name, const Ratio &ratio, const char *other = "bare", const char *remark = "")
{
    std::printf("%-46s %8.1f us   %s %8.1f us   ratio %.3f%s\n", name, ratio.subject, other, ratio.baseline,
                ratio.value(), remark);
}

// Prints it with the bar; false when the bar is missed.
inline bool report(const char *name, const Ratio &ratio, double bar)
{
    const bool within = ratio.value() <= bar;
    char remark[64];
    std::snprintf(remark, sizeof remark, "   at most %.2f: %s", bar, within ? "yes" : "NO");
    show(name, ratio, "bare", remark);
    return within;
}

} // namespace poolscope::bench
