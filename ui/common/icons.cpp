#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringBuilder>
#include <QSvgRenderer>

namespace poolscope::ui {

namespace {

QColor schemeColor(const QString &scheme, const QColor &text, const QPalette &palette)
{
    if (scheme == u"Highlight")
        return color(ColorRole::Accent, palette);
    if (scheme == u"PositiveText")
        return color(ColorRole::Good, palette);
    if (scheme == u"NeutralText")
        return color(ColorRole::Caution, palette);
    if (scheme == u"NegativeText")
        return color(ColorRole::Bad, palette);
    return text;
}

// Breeze marks its shapes with class="ColorScheme-..." and currentColor, which QtSvg paints black.
QByteArray recoloured(const QByteArray &svg, const QColor &text, const QPalette &palette)
{
    static const QRegularExpression tag(QStringLiteral("<[a-zA-Z][^>]*currentColor[^>]*>"));
    static const QRegularExpression scheme(QStringLiteral("ColorScheme-(\\w+)"));
    QString out = QString::fromUtf8(svg);
    qsizetype from = 0;
    for (;;) {
        const QRegularExpressionMatch match = tag.match(out, from);
        if (!match.hasMatch())
            return out.toUtf8();
        QString element = match.captured();
        const QString name = scheme.match(element).captured(1);
        element.replace(QLatin1StringView("currentColor"), schemeColor(name, text, palette).name());
        out.replace(match.capturedStart(), match.capturedLength(), element);
        from = match.capturedStart() + element.size();
    }
}

class BreezeIconEngine final : public QIconEngine
{
public:
    BreezeIconEngine(QString name, std::optional<ColorRole> role)
        : m_name(std::move(name))
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QSize size = rect.size() * painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, render(size, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return render(size, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = render(size, mode);
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    bool isNull() override { return iconFile(m_name, 16).isEmpty(); }
    QIconEngine *clone() const override { return new BreezeIconEngine(m_name, m_role); }
    QString key() const override { return QStringLiteral("poolscope"); }
    QString iconName() override { return m_name; }

private:
    QColor colorOf(QIcon::Mode mode, const QPalette &palette) const
    {
        if (mode == QIcon::Disabled)
            return color(ColorRole::Muted, palette);
        if (m_role)
            return color(*m_role, palette);
        return color(mode == QIcon::Selected ? ColorRole::Accent : ColorRole::Text, palette);
    }

    QPixmap render(const QSize &size, QIcon::Mode mode) const
    {
        if (size.isEmpty())
            return {};
        const QPalette palette = QGuiApplication::palette();
        const QColor text = colorOf(mode, palette);
        const QString key = u"poolscope-icon " % m_name % u' ' % QString::number(size.width()) % u'x' %
                            QString::number(size.height()) % u' ' % text.name() % (isDark(palette) ? u" d" : u" l");
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QFile file(iconFile(m_name, qMin(size.width(), size.height())));
        if (!file.fileName().isEmpty() && file.open(QIODevice::ReadOnly)) {
            QSvgRenderer renderer(recoloured(file.readAll(), text, palette));
            QPainter painter(&pixmap);
            // Square in the middle: a button that is not laid out yet may ask for any shape.
            const int side = qMin(size.width(), size.height());
            QRect square(0, 0, side, side);
            square.moveCenter(pixmap.rect().center());
            renderer.render(&painter, QRectF(square));
        }
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    std::optional<ColorRole> m_role;
};

} // namespace

QIcon icon(const QString &name, std::optional<ColorRole> role)
{
    return QIcon(new BreezeIconEngine(name, role));
}

QString iconFile(const QString &name, int size)
{
    // Not QIcon::fromTheme: it reads the theme's whole index before the first paint.
    const QStringList sizes = size < 22 ? QStringList{QStringLiteral("16"), QStringLiteral("22")}
                                        : QStringList{QStringLiteral("22"), QStringLiteral("16")};
    QStringList roots = QIcon::themeSearchPaths();
    // Platforms without a desktop theme know no folders.
    const QStringList data = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    for (const QString &folder : data)
        roots += folder + QStringLiteral("/icons");
    for (const QString &root : std::as_const(roots)) {
        for (const QString &folder : sizes) {
            for (const QLatin1StringView category :
                 {QLatin1StringView("actions"), QLatin1StringView("status"), QLatin1StringView("places"),
                  QLatin1StringView("apps"), QLatin1StringView("preferences")}) {
                const QString file = root % u"/breeze/" % category % u'/' % folder % u'/' % name % u".svg";
                if (QFile::exists(file))
                    return file;
            }
        }
    }
    return {};
}

} // namespace poolscope::ui
