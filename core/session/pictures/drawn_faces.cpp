#include "core/session/pictures/drawn_faces.h"

#include "core/session/pictures/face_painter.h"
#include "core/session/pictures/parallel.h"
#include "core/session/pictures/picture_room.h"

namespace gan {

PictureSet drawFaces(const DrawnFaces& faces, const LoadStep& step, int threads)
{
    PictureSet set = roomForPictures(faces.count, faces.side);
    const auto draw = [&](std::int64_t i) {
        drawFace(faceFactors(faces.seed, i, faces.difficulty), faces.side,
                 set.bytes.data() + i * set.bytesEach());
    };
    inParallel(faces.count, threads, draw, step);
    return set;
}

} // namespace gan
