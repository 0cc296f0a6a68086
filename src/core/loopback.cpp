#include "core/loopback.h"

#include <QHostAddress>
#include <QUrl>

namespace poolscope {

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

} // namespace poolscope
