#include "ui/export/picture_options.h"

#include "core/error.h"

namespace gan {

void PictureOptions::check() const
{
    for (const int side : {size.width(), size.height()})
        if (side < kLeastSide || side > kMostSide)
            throw Error(
                GE_TR("A picture of %1 x %2 pixels cannot be made: each side may have %3 to %4 pixels."),
                {std::to_string(size.width()), std::to_string(size.height()), std::to_string(kLeastSide),
                 std::to_string(kMostSide)});
    if (!(scale >= kLeastScale && scale <= kMostScale))
        throw Error(GE_TR("A picture cannot be scaled by %1: the scale may be %2 to %3."),
                    {numberText(scale), numberText(kLeastScale), numberText(kMostScale)});
    if (!(textScale >= kLeastText && textScale <= kMostText))
        throw Error(GE_TR("Text cannot be %1 times as large as usual: it may be %2 to %3 times."),
                    {numberText(textScale), numberText(kLeastText), numberText(kMostText)});
    const double megapixels = scale * scale * size.width() * size.height() / 1e6;
    if (megapixels > kMostMegapixels)
        throw Error(
            GE_TR("A picture of %1 x %2 pixels at scale %3 has %4 megapixels: it may have %5 at most."),
            {std::to_string(size.width()), std::to_string(size.height()), numberText(scale),
             QString::number(megapixels, 'f', 1).toStdString(), numberText(kMostMegapixels)});
}

QString PictureOptions::suffix() const
{
    return format == PictureFormat::Png ? QStringLiteral(".png") : QStringLiteral(".svg");
}

} // namespace gan
