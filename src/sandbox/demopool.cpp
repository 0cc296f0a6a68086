#include "sandbox/demopool.h"

#include "json/reader.h"
#include "json/writer.h"

namespace poolscope::sandbox {

namespace {

constexpr QLatin1StringView demoPoolSetting("demoPool");

DemoPool readNote(Store &store)
{
    const auto note = json::read(store.setting(QString(demoPoolSetting)).toUtf8());
    if (!note)
        return {};
    const json::Value &value = note->root;
    return {value.value(u"userPoolId").toString(), value.value(u"clientId").toString(),
            value.value(u"name").toString()};
}

} // namespace

bool needsDemoPool(Store &store)
{
    return readNote(store).clientId.isEmpty();
}

void forgetDemoPool(Store &store)
{
    store.putSetting(QString(demoPoolSetting), {});
}

std::optional<DemoPool> notedDemoPool(Store &store)
{
    const DemoPool demo = readNote(store);
    const ClientPtr client = store.client(demo.clientId);
    if (!client || client->poolId != demo.userPoolId)
        return std::nullopt;
    return demo;
}

void noteDemoPool(Store &store, const DemoPool &demo)
{
    json::Value note = json::Value::object();
    note.set(QStringLiteral("userPoolId"), demo.userPoolId);
    note.set(QStringLiteral("clientId"), demo.clientId);
    note.set(QStringLiteral("name"), demo.name);
    store.putSetting(QString(demoPoolSetting), QString::fromUtf8(json::write(note)));
}

QString unfinishedDemoPool(Store &store)
{
    const DemoPool begun = readNote(store);
    const PoolPtr pool = begun.clientId.isEmpty() ? store.pool(begun.userPoolId) : PoolPtr();
    const bool untouched = pool && store.clientCount(pool->rowId) == 0 && store.userCount(pool->rowId) == 0;
    return untouched ? begun.userPoolId : QString();
}

std::optional<DemoPool> anotherDemoPool(Store &store)
{
    std::optional<DemoPool> found;
    const QList<PoolPtr> pools = store.pools();
    for (const PoolPtr &pool : pools) {
        const QList<ClientPtr> clients = store.clients(pool->rowId);
        for (const ClientPtr &client : clients) {
            const bool isPublic = client->secrets.isEmpty();
            if (!found || isPublic)
                found = DemoPool{pool->id, client->id, pool->settings.name.value_or(QString())};
            if (isPublic) {
                noteDemoPool(store, *found);
                return found;
            }
        }
    }
    if (found)
        noteDemoPool(store, *found);
    return found;
}

} // namespace poolscope::sandbox
