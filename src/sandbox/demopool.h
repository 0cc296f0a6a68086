#pragma once

#include "sandbox/sandbox.h"
#include "sandbox/store.h"

#include <optional>

namespace poolscope::sandbox {

// Which pool and app client the window opens: a note in the store. Service thread only; throws StorageFailure.

bool needsDemoPool(Store &store); // none was ever finished; one that was deleted since counts
// Without a client id: one that is being made.
void noteDemoPool(Store &store, const DemoPool &demo);
// The id of a pool that was begun, and that nobody has put anything into since; empty where there is none.
QString unfinishedDemoPool(Store &store);
void forgetDemoPool(Store &store);
// What the note names; nothing when the pool or the client is gone.
std::optional<DemoPool> notedDemoPool(Store &store);
// The first pool with an app client, if possible one without a secret. Noted, so that it stays the same one.
std::optional<DemoPool> anotherDemoPool(Store &store);

} // namespace poolscope::sandbox
