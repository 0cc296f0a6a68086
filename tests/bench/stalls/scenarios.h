#pragma once

namespace poolscope::bench {

class WatchedApplication;

inline constexpr int slices = 10; // of a long run, each a round of its measurement

// Each prints its figures; false when a bar is missed.
bool measureTokens(WatchedApplication &application);             // large tokens are pasted, looked through, left
bool measureUsers(WatchedApplication &application, int count);   // a long list is scrolled, reloaded, left
bool measureActivity(WatchedApplication &application);           // many requests, and large answers
bool measureMailbox(WatchedApplication &application, int count); // that many mails arrive

} // namespace poolscope::bench
