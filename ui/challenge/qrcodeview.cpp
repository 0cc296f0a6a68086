#include "ui/challenge/qrcodeview.h"

#include <QPainter>

#include <qrcodegen/qrcodegen.hpp>

namespace poolscope::ui {

namespace {

constexpr int quietZone = 4; // modules, as the standard asks
constexpr int modulePixels = 4;

} // namespace

QrCodeView::QrCodeView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrCodeView::setText(const QString &text)
{
    m_modules.clear();
    m_side = 0;
    try {
        const auto code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        m_side = code.getSize();
        m_modules.reserve(size_t(m_side) * size_t(m_side));
        for (int y = 0; y < m_side; ++y) {
            for (int x = 0; x < m_side; ++x)
                m_modules.push_back(code.getModule(x, y));
        }
    } catch (const qrcodegen::data_too_long &) {
        m_side = 0;
    }
    updateGeometry();
    update();
}

QSize QrCodeView::sizeHint() const
{
    const int side = m_side == 0 ? 0 : (m_side + 2 * quietZone) * modulePixels;
    return {side, side};
}

void QrCodeView::paintEvent(QPaintEvent *)
{
    if (m_side == 0)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    const int pixels = std::max(1, std::min(width(), height()) / (m_side + 2 * quietZone));
    const int edge = quietZone * pixels;
    for (int y = 0; y < m_side; ++y) {
        for (int x = 0; x < m_side; ++x) {
            if (m_modules[size_t(y) * size_t(m_side) + size_t(x)])
                painter.fillRect(edge + x * pixels, edge + y * pixels, pixels, pixels, Qt::black);
        }
    }
}

} // namespace poolscope::ui
