#pragma once

#include <QThreadPool>

#include <memory>
#include <utility>

namespace poolscope {

// Destroys a value on a thread of the global pool: freeing a hundred thousand users or claims takes longer than the GUI
// thread may stand still. For plain values only, of which nobody else holds a part that is not safe to share.
template<class Value>
void letGo(Value &&value)
{
    auto last = std::make_shared<std::decay_t<Value>>(std::forward<Value>(value));
    QThreadPool::globalInstance()->start([last = std::move(last)]() mutable { last.reset(); });
}

// Has the allocator join what was freed as it is freed. Once, before there are threads.
void freeInSmallSteps();

} // namespace poolscope
