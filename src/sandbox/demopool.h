#pragma once

#include "sandbox/sandbox.h"
#include "sandbox/store.h"

#include <optional>

namespace poolscope::sandbox {

// Which pool and app client the window opens: a note in the store. Service thread only; throws StorageFailure.

bool hasDemoPoolNote(Store &store); // also of one that was deleted since
void noteDemoPool(Store &store, const DemoPool &demo);
void forgetDemoPool(Store &store);
// What the note names; nothing when the pool or the client is gone.
std::optional<DemoPool> notedDemoPool(Store &store);
// The first pool with an app client, if possible one without a secret. Noted, so that it stays the same one.
std::optional<DemoPool> anotherDemoPool(Store &store);

} // namespace poolscope::sandbox
