#include "activity/activityexport.h"

#include "activity/har.h"
#include "core/background.h"

#include <QSaveFile>

#include <algorithm>

namespace poolscope::activity {

namespace {

Result<qsizetype> writeFile(const QString &filePath, const QList<transport::ActivityEntry> &entries)
{
    QSaveFile file(filePath);
    const auto failed = [&file] {
        return failure(Error::storage(QStringLiteral("FileNotWritten"), file.errorString()));
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray har = harOf(entries);
    if (file.write(har) != har.size() || !file.commit())
        return failed();
    return std::count_if(entries.cbegin(), entries.cend(),
                         [](const transport::ActivityEntry &entry) { return !entry.pending(); });
}

} // namespace

void writeHar(const QString &filePath, const QList<transport::ActivityEntry> &entries, QObject *context,
              std::function<void(const Result<qsizetype> &)> handler)
{
    runInBackground(
        context, [filePath, entries] { return writeFile(filePath, entries); }, std::move(handler));
}

} // namespace poolscope::activity
